/** GET /branches: where the business is, and when it is open. */
import { Router } from 'express';
import { languageOf } from '../language';
import { businessOf, publicTenant, type TenantParts } from '../tenant';
import { presentBranch } from './present';

export function branchRoutes(parts: TenantParts): Router {
  const router = Router();
  router.get('/branches', publicTenant(parts), (request, response) => {
    const language = languageOf(request);
    response.json({
      branches: businessOf(response).branches.map((branch) => presentBranch(branch, language)),
    });
  });
  return router;
}
