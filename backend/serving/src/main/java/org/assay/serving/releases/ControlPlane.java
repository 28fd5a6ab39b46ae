package org.assay.serving.releases;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import org.assay.api.releases.ReleasesApi;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/// The control plane, asked with this process's own token; short waits, for the feed.
@RegisterRestClient(configKey = "server")
@OidcClientFilter
public interface ControlPlane extends ReleasesApi {}
