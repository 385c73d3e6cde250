/** /openapi.json and /docs: the API described, made once when the process starts. */
import { Router } from 'express';
import { docsPage } from './page';
import { openApi } from './document';
import { endpoints } from './endpoints';
import { STYLE } from './style';

export function openApiRoutes(publicUrl: string): Router {
  const document = openApi(endpoints, publicUrl);
  const page = docsPage(document);
  const router = Router();
  router.get('/openapi.json', (_request, response) => {
    response.set('Access-Control-Allow-Origin', '*').json(document);
  });
  router.get('/docs', (_request, response) => {
    response.type('html').send(page);
  });
  router.get('/docs/style.css', (_request, response) => {
    response.type('css').send(STYLE);
  });
  return router;
}
