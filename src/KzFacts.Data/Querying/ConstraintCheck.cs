namespace KzFacts.Data.Querying;

/// <summary>Checks the values of parameter records.</summary>
public static class ConstraintCheck
{
    /// <summary>The most wrong values of a request that get a suggestion. Each is compared with all ids, which takes time.</summary>
    const int MostSuggestions = 5;

    /// <summary>Adds an error for each value that breaks the rule of its parameter.</summary>
    public static void Collect(Lane lane, List<ParameterError> errors, params ReadOnlySpan<object> records)
    {
        foreach (var record in records)
            foreach (var parameter in Parameter.Of(record.GetType()))
            {
                if (parameter.Constraints.Count == 0 || parameter.Property.GetValue(record) is not { } value) continue;
                foreach (var constraint in parameter.Constraints)
                    foreach (var one in value as object[] ?? [value])
                        if (constraint.Check(one, lane) is { } objection)
                        {
                            var error = objection.In(parameter.Name, $"{one}");
                            errors.Add(error.Suggestion is null && errors.Count < MostSuggestions
                                ? error with { Suggestion = constraint.Suggest(one, lane) } : error);
                        }
            }
        foreach (var record in records)
            if ((record as Filter)?.Contradiction is { } contradiction) errors.Add(contradiction);
    }
}
