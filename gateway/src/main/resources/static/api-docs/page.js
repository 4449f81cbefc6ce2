fetch('/api-docs', { headers: { Accept: 'application/json' } })
  .then((answer) => answer.json())
  .then((services) =>
    SwaggerUIBundle({
      dom_id: '#api',
      urls: services,
      'urls.primaryName': 'carelane',
      presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
      layout: 'StandaloneLayout',
      validatorUrl: null,
    }));
