using System.Net;
using System.Net.Sockets;

namespace KzFacts.Api.Serving;

/// <summary>What counts as one client: an IPv4 address, or an IPv6 network of 64 bits, because a client may use any address in it.
/// </summary>
static class ClientAddress
{
    /// <summary>The client of a request. For a network, its address with zeros.</summary>
    public static IPAddress Of(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new(bytes);
    }
}
