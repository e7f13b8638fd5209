import type { LaunchOptions } from 'playwright-core';

export function findBrowser(): Promise<string | undefined>;
export function launchOptions(): Promise<LaunchOptions>;
