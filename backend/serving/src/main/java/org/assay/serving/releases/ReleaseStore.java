package org.assay.serving.releases;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import org.assay.api.releases.ReleasesApi;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/// The control plane once more, with the patience that large files need.
@RegisterRestClient(configKey = "server-files")
@OidcClientFilter
public interface ReleaseStore extends ReleasesApi {}
