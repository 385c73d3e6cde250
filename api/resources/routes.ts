/** GET /resources: who and what serves. */
import { Router } from 'express';
import { languageOf } from '../language';
import { businessOf, callerOf, publicTenant, type TenantParts } from '../tenant';
import { presentResource } from './present';

export function resourceRoutes(parts: TenantParts): Router {
  const router = Router();
  router.get('/resources', publicTenant(parts), (request, response) => {
    const business = businessOf(response);
    const reader = { language: languageOf(request), mayReadReasons: callerOf(response) !== null };
    response.json({
      resources: business.resources.map((resource) => presentResource(resource, business, reader)),
    });
  });
  return router;
}
