namespace Centra.Matching;

/// <summary>One form of a name, hashed.</summary>
/// <param name="Text">The name and its one-letter-deleted forms.</param>
/// <param name="Sound">How it sounds.</param>
/// <param name="Initial">Its first letter.</param>
/// <param name="IsKnown">Whether parents give it: a common given name, and so no slip of the pen.</param>
/// <param name="IsInitial">Whether it is a single letter.</param>
internal readonly record struct NameForm(EditForms Text, uint Sound, uint Initial, bool IsKnown, bool IsInitial)
{
    /// <summary>How far two forms of a name agree, initials aside.</summary>
    public AgreementLevel Compare(NameForm other)
    {
        if (Text.Whole == other.Text.Whole)
            return AgreementLevel.Agree;
        var near = Text.IsNear(other.Text);
        if (!near && Sound != other.Sound)
            return AgreementLevel.Disagree;
        return Sound == other.Sound ? AgreementLevel.Phonetic : AgreementLevel.Near;
    }
}
