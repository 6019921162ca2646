using System.Text;
using Orleans;

namespace Centra.Api.Http;

/// <summary>What every command of an endpoint needs: who calls, with which key, and the grains.</summary>
internal sealed record Call(Caller Caller, HttpRequest Request, IGrainFactory Grains, IdSource Ids)
{
    /// <summary>The context of a command; see <see cref="Caller.Command"/>.</summary>
    public CommandContext Context(string kind) => Caller.Command(Request, kind, Ids);

    /// <summary>The context of a command to one of many.</summary>
    public CommandContext Context(object command, string id) => Context($"{command.GetType().Name}-{id}");

    /// <summary>The body as text.</summary>
    public async Task<string> TextAsync() => Encoding.UTF8.GetString((await Bodies.ReadAsync(Request)).Span);
}
