/** The pages a browser sees, as built into dist/web: static files, and a page for each business that exists. */
import { join } from 'node:path';
import express, { Router, type RequestHandler, type Response } from 'express';
import { NotFound } from '../platform/errors';
import { loadableFromAnywhere } from './security';

export interface PageParts {
  /** The folder of the built pages. */
  readonly folder: string;
  readonly tenantExists: (slug: string) => Promise<boolean>;
}

export function pageRoutes({ folder, tenantExists }: PageParts): Router {
  const router = Router();
  const page =
    (name: string): RequestHandler =>
    (_request, response, next) => {
      sendPage(response, folder, name, next);
    };
  router.get('/', page('index'));
  router.get('/desk', page('desk'));
  router.get('/demo/:tenant', async (request, response, next) => {
    const { tenant } = request.params;
    if (!(await tenantExists(tenant)))
      throw new NotFound('unknown-tenant', `no business is called ${tenant}`);
    sendPage(response, folder, 'demo', next);
  });
  router.use('/widget.js', loadableFromAnywhere, express.static(join(folder, 'widget.js')));
  router.use('/widget.js.map', express.static(join(folder, 'widget.js.map')));
  router.use('/assets', express.static(join(folder, 'assets'), { index: false, maxAge: '1h' }));
  return router;
}

function sendPage(response: Response, folder: string, name: string, next: (error?: unknown) => void): void {
  response.sendFile(`${name}.html`, { root: folder, cacheControl: false }, (error?: Error) => {
    if (error) next(error);
  });
}
