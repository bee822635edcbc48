import { endsIn, type OpenimFlags } from '../flags';

/** Stands for the secret segment in what people copy. */
export const placeholder = '<secret>';

/** The same in what Compose reads. Not OPENIM_SECRET: openim-docker's .env has the server's own secret under that name, which would end up in the URL. */
export const fromEnvironment = '$' + '{IM_CALLBACK_SECRET}';

/**
 * The URL of the configuration. The server appends `/<command>` to it, so it has no slash and no query at its end; the secret is
 * its last segment. `--no-secret` leaves it out.
 */
export function configuredUrl({ to, secret }: OpenimFlags, shown: string): string {
  const bare = to.replace(/[?#].*$/, '').replace(/\/+$/, '');
  if (secret === false) return bare;
  const given = typeof secret === 'string' && endsIn(bare, secret) ? bare.slice(0, -secret.length - 1) : bare;
  return `${given}/${shown}`;
}
