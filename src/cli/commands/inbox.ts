import type { Command } from 'commander';
export function addInbox(_program: Command): void {}
