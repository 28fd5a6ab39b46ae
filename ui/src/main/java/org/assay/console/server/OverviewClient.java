package org.assay.console.server;

import org.assay.api.overview.OverviewApi;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@RegisterRestClient(configKey = "server")
@RegisterProvider(BearerToken.class)
@RegisterProvider(ReaderLanguage.class)
@RegisterProvider(ProblemMapper.class)
interface OverviewClient extends OverviewApi {}
