using KzFacts.Data.Querying;

namespace KzFacts.Api.Serving;

static class RequestLease
{
    /// <summary>Leases the present snapshot until the answer to the request is sent. Call it after the body has been read, because
    /// a client may take any time to send it.</summary>
    public static Snapshot Lease(this HttpContext http, SnapshotHost host)
    {
        var lease = host.Lease();
        http.Response.RegisterForDispose(lease);
        return lease.Snapshot;
    }
}
