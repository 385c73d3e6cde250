/** Who may sign in to the desk. Until agents have accounts of their own, only the demo's well-known ones. */
import { sameText, type DeskSession } from './session';

export type SignIn = (
  email: string,
  password: string,
) => Promise<Pick<DeskSession, 'tenant' | 'role'> | null>;

const DEMO_PASSWORD = 'nobat-demo';
const DEMO_ADDRESS = /^(agent|manager)@([a-z0-9][a-z0-9-]{0,62})\.example$/;

/**
 * `agent@{tenant}.example` and `manager@{tenant}.example`.
 * @param demo false wherever anybody else can reach the server: then nobody signs in this way
 */
export function demoSignIn(demo: boolean, tenantExists: (slug: string) => Promise<boolean>): SignIn {
  return async (email, password) => {
    const found = DEMO_ADDRESS.exec(email.trim().toLowerCase());
    const fits = sameText(password, DEMO_PASSWORD);
    const tenant = found?.[2];
    if (!demo || !fits || tenant === undefined || !(await tenantExists(tenant))) return null;
    return { tenant, role: found?.[1] === 'manager' ? 'manager' : 'agent' };
  };
}
