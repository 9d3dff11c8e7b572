using CsCheck;
using KzFacts.Data.Text;

namespace KzFacts.Tests.Data;

public sealed class UrlKeyProperties
{
    static readonly Gen<string> Label = Gen.Char.AlphaNumeric.Array[1, 8].Select(letters => new string(letters).ToLowerInvariant());
    static readonly Gen<string> Host = Gen.Select(Label, Gen.OneOf("kz", "ru", "com", "co.uk"), (name, top) => $"{name}x.{top}");
    static readonly Gen<string> Word = Gen.OneOf<char>(
        Gen.Char.AlphaNumeric,
        Gen.OneOf('-', '_', '.', '~', '+', ',', ';', ':', '@', '!', 'ж', 'Ң', 'é'))
        .Array[1, 10].Select(letters => $"p{new string(letters)}");
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
        Url.Sample(url => UrlKey.Of(UrlKey.Of(url)!) == UrlKey.Of(url));

    [Fact]
    public void Scheme_www_trailing_slash_and_fragment_do_not_matter() =>
        Gen.Select(Host, Path, Query, Word, (host, path, query, fragment) =>
            (
            Plain: Join(host, path, query),
            Other: $"http://www.{host}/{string.Concat(path.Select(part => $"{part}/"))}{QueryOf(query)}#{fragment}"))
            .Sample(pair => UrlKey.Of(pair.Plain) == UrlKey.Of(pair.Other));

    [Fact]
    public void The_order_of_the_query_does_not_matter() =>
        Gen.Select(Host, Path, Query.SelectMany(query => Gen.Shuffle(query).Select(shuffled => (query, shuffled))))
            .Sample((host, path, query) => UrlKey.Of(Join(host, path, query.query)) == UrlKey.Of(Join(host, path, query.shuffled)));

    [Fact]
    public void Tracking_parameters_do_not_matter_wherever_they_stand() =>
        Gen.Select(Host, Path, Query, Tracking, Tracking)
            .Sample((host, path, query, before, after) =>
                UrlKey.Of(Join(host, path, query)) == UrlKey.Of(Join(host, path, [before, .. query, after])));

    [Fact]
    public void White_space_and_angle_brackets_around_an_address_do_not_matter() =>
        Url.Sample(url => UrlKey.Of($" <{url}>\n") == UrlKey.Of(url));

    [Fact]
    public void Another_last_word_of_the_path_is_another_page() =>
        Gen.Select(Host, Path, Query).Sample((host, path, query) =>
            UrlKey.Of(Join(host, [.. path, "a"], query)) != UrlKey.Of(Join(host, [.. path, "b"], query)));

    [Fact]
    public void Another_value_in_the_query_is_another_page() =>
        Gen.Select(Host, Path, Query).Sample((host, path, query) =>
            UrlKey.Of(Join(host, path, [.. query, "id=1"])) != UrlKey.Of(Join(host, path, [.. query, "id=2"])));

    [Fact]
    public void Any_text_has_a_key_or_none_and_never_fails() =>
        Gen.String.Sample(text => UrlKey.Of(text) is null or { Length: > 0 });

    static string Join(string host, string[] path, string[] query) =>
        $"https://{host}{string.Concat(path.Select(part => $"/{part}"))}{QueryOf(query)}";

    static string QueryOf(string[] query) => query.Length == 0 ? "" : $"?{string.Join('&', query)}";
}
