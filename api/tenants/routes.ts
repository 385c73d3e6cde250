/** GET /tenants/{slug}: what a page needs to know of a business before it talks. */
import { Router } from 'express';
import { NotFound } from '../../platform/errors';
import { languageOf } from '../language';
import type { TenantParts } from '../tenant';
import { presentBusiness } from './present';

export function tenantRoutes({ businessBySlug }: Pick<TenantParts, 'businessBySlug'>): Router {
  const router = Router();
  router.get('/tenants/:slug', async (request, response) => {
    const business = await businessBySlug(request.params.slug);
    if (business === null) throw new NotFound('unknown-tenant', 'there is no such business');
    response.json(presentBusiness(business, languageOf(request)));
  });
  return router;
}
