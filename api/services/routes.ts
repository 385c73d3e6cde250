/** GET /services: what is offered. */
import { Router } from 'express';
import { languageOf } from '../language';
import { businessOf, publicTenant, type TenantParts } from '../tenant';
import { presentService } from './present';

export function serviceRoutes(parts: TenantParts): Router {
  const router = Router();
  router.get('/services', publicTenant(parts), (request, response) => {
    const business = businessOf(response);
    const language = languageOf(request);
    response.json({
      services: business.services.map((service) => presentService(service, business, language)),
    });
  });
  return router;
}
