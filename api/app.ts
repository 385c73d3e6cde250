/** The HTTP application. The order of what stands here is the security policy. */
import express, { Router, type Express } from 'express';
import type { Log } from '../platform/log';
import { availabilityRoutes } from './availability/routes';
import { bookingRoutes } from './bookings/routes';
import { branchRoutes } from './branches/routes';
import { conversationRoutes } from './conversations/routes';
import { deskRoutes, type DeskParts } from './desk/routes';
import { healthRoutes, type HealthParts } from './health';
import { openApiRoutes } from './openapi/routes';
import { pageRoutes, type PageParts } from './pages';
import { estimateRoutes } from './estimates/routes';
import { holdRoutes } from './holds/routes';
import { planRoutes } from './plans/routes';
import { orderRoutes } from './orders/routes';
import { notFound, problems } from './problem';
import { requestIds } from './requestId';
import { resourceRoutes } from './resources/routes';
import type { CommandParts } from './run';
import { openToAllOrigins, securityHeaders } from './security';
import { seriesRoutes } from './series/routes';
import { serviceRoutes } from './services/routes';
import type { TenantParts } from './tenant';
import { tenantRoutes } from './tenants/routes';
import { webchatRoutes, type WebchatParts } from './webchat/routes';
import { waitlistRoutes } from './waitlist/routes';
import { twilioRoutes, type TwilioParts } from './webhooks/twilio/routes';

export interface AppParts {
  readonly publicUrl: string;
  readonly log: Log;
  readonly newId: () => string;
  readonly health: HealthParts;
  readonly twilio: TwilioParts;
  /** The Direct Line server's router. */
  readonly directLine: Router;
  readonly tenants: TenantParts;
  readonly webchat: WebchatParts;
  readonly commands: CommandParts;
  readonly desk: DeskParts;
  readonly pages: PageParts;
}

export function createApp(parts: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(requestIds(parts.newId), securityHeaders(parts.publicUrl));
  app.use(healthRoutes(parts.health));
  app.use('/webhooks/twilio', twilioRoutes(parts.twilio));
  app.use('/v3/directline', parts.directLine);
  app.use('/api/v1', openToAllOrigins, apiRoutes(parts));
  app.use(openApiRoutes(parts.publicUrl));
  app.use('/desk', deskRoutes(parts.desk));
  app.use(pageRoutes(parts.pages));
  app.use(notFound, problems(parts.log));
  return app;
}

function apiRoutes(parts: AppParts): Router {
  const router = Router();
  router.use(webchatRoutes(parts.webchat));
  router.use(tenantRoutes(parts.tenants));
  router.use(serviceRoutes(parts.tenants));
  router.use(branchRoutes(parts.tenants));
  router.use(resourceRoutes(parts.tenants));
  router.use(availabilityRoutes(parts.tenants, parts.commands));
  router.use(holdRoutes(parts.tenants, parts.commands));
  router.use(bookingRoutes(parts.tenants, parts.commands));
  router.use(orderRoutes(parts.tenants, parts.commands));
  router.use(estimateRoutes(parts.tenants, parts.commands));
  router.use(planRoutes(parts.tenants, parts.commands));
  router.use(seriesRoutes(parts.tenants, parts.commands));
  router.use(waitlistRoutes(parts.tenants, parts.commands));
  router.use(conversationRoutes(parts.tenants, parts.commands, parts.desk));
  return router;
}
