namespace Centra.Matching;

/// <summary>Compares two people field by field.</summary>
internal static class Comparison
{
    public static AgreementPattern Of(Comparators left, Comparators right)
    {
        Span<AgreementLevel> levels = stackalloc AgreementLevel[AgreementPattern.Fields.Length];
        (levels[(int)MatchField.Given], levels[(int)MatchField.Family]) = NameComparison.Of(left, right);
        levels[(int)MatchField.Middle] = NameComparison.Middle(left, right);
        levels[(int)MatchField.BirthDate] = left.Birth.Compare(right.Birth);
        levels[(int)MatchField.Sex] = Equal(left.Sex, right.Sex);
        levels[(int)MatchField.NationalId] = NationalId(left.NationalId, right.NationalId);
        levels[(int)MatchField.PatientId] = PatientId(left, right);
        levels[(int)MatchField.PostalCode] = Number(left.PostalCode, right.PostalCode, left.PostalArea == right.PostalArea);
        levels[(int)MatchField.Address] = Address(left, right);
        levels[(int)MatchField.Phone] = Number(left.Phone, right.Phone, left.PhoneEnd == right.PhoneEnd);
        return new AgreementPattern(levels);
    }

    private static AgreementLevel Equal(uint left, uint right) =>
        left == 0 || right == 0 ? AgreementLevel.Missing : left == right ? AgreementLevel.Agree : AgreementLevel.Disagree;

    private static AgreementLevel Number(EditForms left, EditForms right, bool agreeInPart)
    {
        if (left.IsMissing || right.IsMissing)
            return AgreementLevel.Missing;
        if (left.Whole == right.Whole)
            return AgreementLevel.Agree;
        if (left.IsNear(right))
            return AgreementLevel.Near;
        return agreeInPart ? AgreementLevel.Partial : AgreementLevel.Disagree;
    }

    /// <summary>Numbers that differ in the last digit only are no slip: twins are often numbered one after the other.</summary>
    private static AgreementLevel NationalId(EditForms left, EditForms right)
    {
        var level = Number(left, right, agreeInPart: false);
        return level == AgreementLevel.Near && left.ChangedAt(right) == left.Deleted.Length - 1 ? AgreementLevel.Similar : level;
    }

    /// <summary>Ids of different practices say nothing of each other.</summary>
    private static AgreementLevel PatientId(Comparators left, Comparators right)
    {
        if (left.PatientIds.IsEmpty || right.PatientIds.IsEmpty || left.Practice != right.Practice)
            return AgreementLevel.Missing;
        return left.PatientIds.AsSpan().ContainsAny(right.PatientIds.AsSpan()) ? AgreementLevel.Agree : AgreementLevel.Disagree;
    }

    private static AgreementLevel Address(Comparators left, Comparators right)
    {
        if (left.Street.IsMissing || right.Street.IsMissing)
            return AgreementLevel.Missing;
        var isNear = left.Street.IsNear(right.Street) || left.StreetSound == right.StreetSound;
        if (left.Street.Whole != right.Street.Whole && !isNear)
            return AgreementLevel.Disagree;
        if (left.HouseNumber == 0 || left.HouseNumber != right.HouseNumber)
            return AgreementLevel.Partial;
        return left.Street.Whole == right.Street.Whole ? AgreementLevel.Agree : AgreementLevel.Near;
    }
}
