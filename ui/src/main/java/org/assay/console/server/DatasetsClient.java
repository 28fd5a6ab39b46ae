package org.assay.console.server;

import org.assay.api.datasets.DatasetsApi;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@RegisterRestClient(configKey = "server")
@RegisterProvider(BearerToken.class)
@RegisterProvider(ReaderLanguage.class)
@RegisterProvider(ProblemMapper.class)
interface DatasetsClient extends DatasetsApi {}
