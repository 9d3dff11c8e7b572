namespace KzFacts.Compiler.Seeds;

/// <summary>The field holds ids of a registry (actor, place, source) or of facts (fact, event).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RefersToAttribute(string what) : Attribute
{
    public string What => what;
}

/// <summary>The field holds words of a registry.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WordOfAttribute(string registry) : Attribute
{
    public string Registry => registry;
}

/// <summary>A page may give its own value for the field, in the <c>values</c> of a claim.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PageValueAttribute : Attribute;
