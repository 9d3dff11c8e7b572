using CsCheck;
using KzFacts.Data.Text.Urls;

namespace KzFacts.Tests.Data;

public sealed class WebAddressProperties
{
    static readonly Gen<string> Label = Gen.Char.AlphaNumeric.Array[1, 8].Select(letters => new string(letters).ToLowerInvariant());
    static readonly Gen<string> Host = Gen.Select(Label, Gen.OneOf("kz", "ru", "com", "co.uk"), (name, top) => $"{name}x.{top}");
    static readonly Gen<string> Word = Gen.OneOf<char>(
        Gen.Char.AlphaNumeric,
        Gen.OneOf('-', '_', '.', '~', '+', ',', ';', ':', '@', '!', 'ж', 'Ң', 'é'))
        .Array[1, 10].Select(letters => $"p{new string(letters)}e"); // punctuation at the end would not belong to an address
    static readonly Gen<string> EncodedWord = Gen.OneOf<string>(Word, Word.Select(Uri.EscapeDataString));
    static readonly Gen<string[]> Path = EncodedWord.Array[0, 4];
    static readonly Gen<string[]> Query = Gen.Select(EncodedWord, EncodedWord, (name, value) => $"{name}={value}").Array[0, 4];
    static readonly Gen<string> Url = Gen.Select(Host, Path, Query, Join);

    static readonly Gen<string> Tracking = Gen.Select(
        Gen.OneOf("utm_source", "utm_campaign", "fbclid", "gclid", "yclid", "ysclid", "_openstat", "mc_cid", "pk_source"),
        Word,
        (name, value) => $"{name}={value}");

    [Fact]
    public void A_key_is_an_address_that_has_itself_as_its_key() =>
        Url.Sample(url => Key(Key(url)!) == Key(url));

    [Fact]
    public void Scheme_www_trailing_slash_and_fragment_do_not_matter() =>
        Gen.Select(Host, Path, Query, Word, (host, path, query, fragment) =>
            (
            Plain: Join(host, path, query),
            Other: $"http://www.{host}/{string.Concat(path.Select(part => $"{part}/"))}{QueryOf(query)}#{fragment}"))
            .Sample(pair => Key(pair.Plain) == Key(pair.Other));

    [Fact]
    public void The_order_of_the_query_does_not_matter() =>
        Gen.Select(Host, Path, Query.SelectMany(query => Gen.Shuffle(query).Select(shuffled => (query, shuffled))))
            .Sample((host, path, query) => Key(Join(host, path, query.query)) == Key(Join(host, path, query.shuffled)));

    [Fact]
    public void Tracking_parameters_do_not_matter_wherever_they_stand() =>
        Gen.Select(Host, Path, Query, Tracking, Tracking)
            .Sample((host, path, query, before, after) =>
                Key(Join(host, path, query)) == Key(Join(host, path, [before, .. query, after])));

    [Fact]
    public void White_space_and_angle_brackets_around_an_address_do_not_matter() =>
        Url.Sample(url => Key($" <{url}>\n") == Key(url));

    [Fact]
    public void Another_last_word_of_the_path_is_another_page() =>
        Gen.Select(Host, Path, Query).Sample((host, path, query) =>
            Key(Join(host, [.. path, "a"], query)) != Key(Join(host, [.. path, "b"], query)));

    [Fact]
    public void Another_value_in_the_query_is_another_page() =>
        Gen.Select(Host, Path, Query).Sample((host, path, query) =>
            Key(Join(host, path, [.. query, "id=1"])) != Key(Join(host, path, [.. query, "id=2"])));

    [Fact]
    public void Any_text_has_a_key_or_none_without_failing() =>
        Gen.String.Sample(text => WebAddress.Of(text) is null or { Key.Length: > 0 });

    [Fact]
    public void Wrappers_in_any_number_and_order_lead_to_the_same_key() =>
        Gen.Select(Url, Wrapper.Array[0, 4]).Sample((url, wrappers) =>
            Key(wrappers.Aggregate(url, (inner, wrap) => wrap(inner))) == Key(url));

    [Fact]
    public void A_key_of_a_wrapped_address_is_its_own_key() =>
        Gen.Select(Url, Wrapper.Array[1, 4]).Sample((url, wrappers) =>
            wrappers.Aggregate(url, (inner, wrap) => wrap(inner)) is var wrapped && Key(Key(wrapped)) == Key(wrapped));

    static readonly Gen<Func<string, string>> Wrapper = Gen.OneOf<Func<string, string>>(
        url => $"https://web.archive.org/web/20220109120000/{url}",
        url => $"https://archive.ph/newest/{url}",
        url => $"https://www.google.com/url?q={Uri.EscapeDataString(url)}",
        url => $"https://l.facebook.com/l.php?u={Uri.EscapeDataString(url)}&h=1",
        url => $"https://translate.google.com/translate?sl=ru&u={Uri.EscapeDataString(url)}");

    static string Key(string url) => WebAddress.Of(url)!.Key;

    static string Join(string host, string[] path, string[] query) =>
        $"https://{host}{string.Concat(path.Select(part => $"/{part}"))}{QueryOf(query)}";

    static string QueryOf(string[] query) => query.Length == 0 ? "" : $"?{string.Join('&', query)}";
}
