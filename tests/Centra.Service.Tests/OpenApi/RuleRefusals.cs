using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Centra.Service.Tests.OpenApi;

/// <summary>Which members of refusal enums the code of a method names, and the code that it calls: read from the compiled rules.</summary>
internal sealed class RuleRefusals
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    private static readonly Assembly?[] Ours = [typeof(Gate.GateServices).Assembly, typeof(Api.OpenApi.RefusalBook).Assembly];

    private readonly HashSet<MethodBase> _seen = [];
    private readonly HashSet<Enum> _named = [];

    /// <summary>All that a method may refuse with.</summary>
    public static IReadOnlySet<Enum> Of(MethodBase method)
    {
        var walk = new RuleRefusals();
        walk.Visit(method);
        return walk._named;
    }

    private void Visit(MethodBase method)
    {
        method = method is MethodInfo { IsGenericMethod: true, IsGenericMethodDefinition: false } generic ? generic.GetGenericMethodDefinition() : method;
        if (!Ours.Contains(method.DeclaringType?.Assembly) || !_seen.Add(method))
            return;
        if (method.GetCustomAttribute<StateMachineAttribute>() is { } machine)
            Visit(machine.StateMachineType.GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)!);
        if (method.GetMethodBody()?.GetILAsByteArray() is { } code)
            Read(method, code);
    }

    // A constant counts where the value that it becomes is of a refusal enum: boxed, made nullable, returned, or kept in a local of that type.
    private void Read(MethodBase method, byte[] code)
    {
        var steps = Steps(code).ToList();
        var at = steps.Select((step, index) => (step.Offset, index)).ToDictionary(pair => pair.Offset, pair => pair.index);
        for (var index = 0; index < steps.Count; index++)
        {
            if (Constant(steps[index]) is { } constant && TypeOf(method, steps, at, index + 1) is { } type && Enum.IsDefined(type, constant))
                _named.Add((Enum)Enum.ToObject(type, constant));
            if (steps[index].Code.OperandType is OperandType.InlineMethod or OperandType.InlineTok && Resolve(method, steps[index].Operand) is { } called)
                Visit(called);
        }
    }

    private static Type? TypeOf(MethodBase method, List<Step> steps, Dictionary<int, int> at, int index)
    {
        while (steps[index].Code.FlowControl is FlowControl.Branch && at.TryGetValue(steps[index].Target, out var next) && next > index)
            index = next;
        var step = steps[index];
        var type = step.Code.OperandType is OperandType.InlineType ? method.Module.ResolveType(step.Operand, method.DeclaringType!.GetGenericArguments(), null)
            : step.Code == OpCodes.Newobj || step.Code == OpCodes.Call ? Resolve(method, step.Operand)?.DeclaringType
            : step.Code == OpCodes.Ret ? (method as MethodInfo)?.ReturnType
            : Local(step) is { } local ? method.GetMethodBody()!.LocalVariables[local].LocalType
            : null;
        type = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        return type is { IsEnum: true } && type.Name.EndsWith("Refusal", StringComparison.Ordinal) ? type : null;
    }

    private static MethodBase? Resolve(MethodBase method, int token)
    {
        try
        {
            return method.Module.ResolveMethod(token, method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null, method.IsGenericMethod ? method.GetGenericArguments() : null);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static int? Constant(Step step) => step.Code.Value switch
    {
        >= 0x16 and <= 0x1e => step.Code.Value - 0x16,
        0x1f => (sbyte)step.Operand,
        0x20 => step.Operand,
        _ => null,
    };

    private static int? Local(Step step) => step.Code.Value switch
    {
        >= 0x0a and <= 0x0d => step.Code.Value - 0x0a,
        0x13 => step.Operand & 0xff,
        _ => null,
    };

    private static IEnumerable<Step> Steps(byte[] code)
    {
        for (var offset = 0; offset < code.Length;)
        {
            var start = offset;
            var opcode = code[offset] == 0xfe ? Codes[unchecked((short)(0xfe00 | code[offset + 1]))] : Codes[code[offset]];
            offset += opcode.Size;
            var size = opcode.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, offset)),
                _ => 4,
            };
            var operand = size switch { 0 => 0, 1 => (sbyte)code[offset], 2 => BitConverter.ToInt16(code, offset), _ => BitConverter.ToInt32(code, offset) };
            offset += size;
            yield return new Step(start, opcode, operand, offset + operand);
        }
    }

    private sealed record Step(int Offset, OpCode Code, int Operand, int Target);
}
