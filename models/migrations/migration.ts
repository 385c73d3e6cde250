/** The shape of a migration: SQL up and down, and whose it is. */

export interface Migration {
  /** Sorts in the order of running, and is never changed once it has run anywhere. */
  readonly name: string;
  /** Who runs it and owns what it makes: the database's owner, or `nobat_relay` for definer functions. */
  readonly as: 'owner' | 'relay';
  /** @param owner the migrating user as a quoted identifier, for grants by name */
  readonly up: (owner: string) => string;
  readonly down: string;
}

/** A function that runs with the rights of `nobat_relay`: the only way to read across tenants. */
export interface Definer {
  readonly name: string;
  /** Parameters with their types, as in CREATE FUNCTION. */
  readonly takes: string;
  readonly returns: string;
  readonly language?: 'sql' | 'plpgsql';
  readonly body: string;
}

/** Creates the function with a pinned search path; nobody but the owner of the database may call it. */
export function createDefiner(fn: Definer, owner: string): string {
  return `
CREATE FUNCTION system.${fn.name}(${fn.takes}) RETURNS ${fn.returns}
LANGUAGE ${fn.language ?? 'plpgsql'} SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $definer$${fn.body}$definer$;
REVOKE ALL ON FUNCTION system.${fn.name} FROM PUBLIC;
GRANT EXECUTE ON FUNCTION system.${fn.name} TO ${owner};
`;
}

/** A migration of definer functions. */
export function definers(name: string, functions: readonly Definer[]): Migration {
  return {
    name,
    as: 'relay',
    up: (owner) => functions.map((fn) => createDefiner(fn, owner)).join(''),
    down: functions.map((fn) => `DROP FUNCTION system.${fn.name};`).join('\n'),
  };
}
