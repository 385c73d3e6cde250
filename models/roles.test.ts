/** What an operator reads when the database user may not make the roles. */
import type { Sequelize } from 'sequelize';
import { ensureRoles } from './roles';

/** A server that answers what is asked of the catalog, and refuses as PostgreSQL does. */
function server(answers: { readonly createsRoles: boolean; readonly roles: readonly string[] }): Sequelize {
  const query = (sql: string): Promise<object[]> => {
    if (sql.includes('session_user') && sql.includes('rolsuper')) {
      const { createsRoles } = answers;
      return Promise.resolve([
        { name: 'shop', quoted: 'shop', superuser: false, createsRoles, serverVersion: 180_000 },
      ]);
    }
    if (sql.includes('pg_has_role')) return Promise.resolve([]);
    if (sql.startsWith('SELECT')) return Promise.resolve(answers.roles.map((name) => ({ name })));
    return Promise.reject(Object.assign(new Error('permission denied'), { code: '42501' }));
  };
  return { query } as unknown as Sequelize;
}

it('names the user and the right it lacks where the roles are missing', async () => {
  await expect(ensureRoles(server({ createsRoles: false, roles: [] }))).rejects.toMatchObject({
    code: 'database-user-rights',
    message: expect.stringMatching(/database user "shop".*ALTER ROLE shop CREATEROLE/) as string,
  });
});

it('names the grant that is missing where another user has made the roles', async () => {
  const roles = ['nobat_app', 'nobat_relay'];
  await expect(ensureRoles(server({ createsRoles: true, roles }))).rejects.toMatchObject({
    code: 'database-user-rights',
    message: expect.stringContaining('GRANT nobat_app, nobat_relay TO shop WITH ADMIN OPTION') as string,
    cause: expect.objectContaining({ code: '42501' }) as object,
  });
});
