/** GET /tenants/{slug}: what a page needs to know of a business before it talks. */
import { Router } from 'express';
import { nameIn } from '../../locales';
import { NotFound } from '../../platform/errors';
import { languageOf } from '../language';
import type { TenantParts } from '../tenant';

export function tenantRoutes({ businessBySlug }: Pick<TenantParts, 'businessBySlug'>): Router {
  const router = Router();
  router.get('/tenants/:slug', async (request, response) => {
    const business = await businessBySlug(request.params.slug);
    if (business === null) throw new NotFound('unknown-tenant', 'there is no such business');
    response.json({
      slug: business.slug,
      name: nameIn(business.names, languageOf(request)),
      languages: business.languages,
      currency: business.currency,
      calendar: business.calendar,
    });
  });
  return router;
}
