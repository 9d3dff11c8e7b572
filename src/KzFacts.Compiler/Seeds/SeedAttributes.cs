namespace KzFacts.Compiler.Seeds;

/// <summary>The field holds ids of a registry: actor, place, source, or fact or event.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RefersToAttribute(string what) : Attribute
{
    public string What => what;
}

/// <summary>The field holds words of an open registry.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WordOfAttribute(string registry) : Attribute
{
    public string Registry => registry;
}

/// <summary>A page may have its own value of the field, under a claim's <c>values</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PageValueAttribute : Attribute;
