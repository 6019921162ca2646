namespace Centra.Api.People;

/// <summary>Passwords that are good for choosing another one.</summary>
internal static class OneTimePasswords
{
    /// <summary>A random one of 100 bits, fit for reading aloud.</summary>
    public static string New(IdSource ids) => string.Join('-', ids.NewId("")[1..].Chunk(5).Select(part => new string(part)));
}
