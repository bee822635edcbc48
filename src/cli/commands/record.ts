import type { Command } from 'commander';
export function addRecord(_program: Command): void {}
