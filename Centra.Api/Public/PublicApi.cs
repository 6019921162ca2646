using Centra.Consent;

namespace Centra.Api.Public;

/// <summary>What everybody may know.</summary>
internal static class PublicApi
{
    public static void MapPublic(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/public").WithTags("Public").AllowAnonymous();
        group.MapGet("/receipt-key", (ReceiptSigner signer) => TypedResults.Text(signer.PublicKey, "application/x-pem-file"))
            .WithSummary("The public key that receipts are verified with, PEM");
        group.MapCatalogue();
        group.MapGet("/requests", ApprovedRequests.ListAsync).WithSummary("The register of approved requests, newest first; JSON or CSV");
    }
}
