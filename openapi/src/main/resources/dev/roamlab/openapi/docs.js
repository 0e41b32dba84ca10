// One document is shown at once; several get a list to choose from.
fetch("docs/documents.json")
  .then(answer => answer.json())
  .then(documents => SwaggerUIBundle({
    dom_id: "#docs",
    ...(documents.length === 1 ? { url: documents[0].url } : { urls: documents }),
    layout: documents.length === 1 ? "BaseLayout" : "StandaloneLayout",
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    deepLinking: true,
    validatorUrl: null,
    tryItOutEnabled: true,
    displayRequestDuration: true,
    docExpansion: "list",
  }));
