import { harmless } from '../observe/harmless';
import type { SenderResponse } from '../sending/post';

/** Describes in words a reply that no receiver made. */
export function whoAnswered({ status, headers, body }: SenderResponse, path: string): string {
  if (status === 404)
    return `deliver: no receiver at ${path || '/'}; where is imCallbacks mounted? Write { path: '/…' }`;
  const login = headers['www-authenticate'] === undefined ? '' : `, which asks for ${headers['www-authenticate']}`;
  const words = harmless(body.slice(0, 80));
  return `deliver: something in front of imCallbacks answered ${status}${login}: ${words}; let callbacks pass it, or mount imCallbacks before it`;
}
