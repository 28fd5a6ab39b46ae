package org.assay.console.server;

import org.assay.api.models.VersionsApi;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/// The same address with a longer patience: a large file takes its time.
@RegisterRestClient(configKey = "uploads")
@RegisterProvider(BearerToken.class)
@RegisterProvider(ReaderLanguage.class)
@RegisterProvider(ProblemMapper.class)
interface VersionsUploadClient extends VersionsApi {}
