namespace Centra.Api.Demo;

/// <summary>What a process has to do with a demo.</summary>
internal enum DemoSetting
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It makes the demo.</summary>
    Made,

    /// <summary>Another process of its cluster makes it: the days of its story hold here, too, and nothing else is made.</summary>
    Elsewhere,
}
