namespace Centra.Datasets;

/// <summary>Whether a dataset can be asked for.</summary>
public enum DatasetStanding
{
    /// <summary>There is no such dataset.</summary>
    None = 0,

    /// <summary>Can be asked for.</summary>
    Requestable = 1,

    /// <summary>To come: interest can be registered.</summary>
    Coming = 2,

    /// <summary>Has a request process of its own, elsewhere.</summary>
    OutsideProcess = 3,

    /// <summary>Listed only.</summary>
    NotRequestable = 4,

    /// <summary>No longer given out.</summary>
    Retired = 5,
}

/// <summary>How carefully a dataset has to be handled. Clauses of agreements and checks of releases go by it.</summary>
public enum Sensitivity
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>Published, such as abstracts with their authors.</summary>
    Open = 1,

    /// <summary>About people or practices who are no patients: answers to surveys, results of examinations.</summary>
    Confidential = 2,

    /// <summary>About patients, de-identified (45 CFR 164.514(b)).</summary>
    DeIdentified = 3,

    /// <summary>About patients, a limited data set (45 CFR 164.514(e)): only under a data use agreement that says so.</summary>
    LimitedDataSet = 4,
}

/// <summary>What a variable holds.</summary>
public enum VariableType
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>Words.</summary>
    Text = 1,

    /// <summary>A whole number.</summary>
    Whole = 2,

    /// <summary>A number.</summary>
    Number = 3,

    /// <summary>A year, four digits.</summary>
    Year = 4,

    /// <summary>A day, yyyy-MM-dd.</summary>
    Date = 5,

    /// <summary>One of the listed values.</summary>
    Code = 6,
}

/// <summary>What a variable says about who a row is about.</summary>
public enum IdentifyingKind
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Something, together with others.</summary>
    Quasi = 1,

    /// <summary>Who it is.</summary>
    Direct = 2,
}
