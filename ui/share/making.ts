import { hashEvidence } from '../../engine/ensemble/data-hash.js';
import { version } from '../../engine/ensemble/version.js';
import { runKey } from '../state/run-scheduler.js';
import type { RunState } from '../state/run-state.js';
import type { Setup } from '../state/setup.js';
import { populationHash } from '../engine/population-service.js';
import { HASH_DIGITS, type Making } from './link-format.js';

let evidence: string | undefined;

/** What the numbers of a setup rest on in this page, now. */
export async function makingOf(setup: Setup, run: RunState): Promise<Making> {
  evidence ??= short(hashEvidence());
  // Districts that can't be opened have no hash; the link then still carries the policy.
  const districts = await populationHash(setup.scenario.population).then(short, () => '');
  const result = finished(setup, run);
  return { accord: version, evidence, districts, ...(result && { result }) };
}

/** The finished run of exactly this setup, if there is one. */
export function finished(setup: Setup, { status, result }: RunState): Making['result'] {
  const digest = result?.comparison.scenario.digest;
  if (status !== 'done' || result === undefined || digest === undefined) return undefined;
  if (result.key !== runKey(setup)) return undefined;
  return { futures: result.comparison.replicates, digest: short(digest) };
}

/** What differs between the page that made a link and this one, in sentences; empty where nothing does. */
export function differencesOf(link: Making, here: Making, population: string): readonly string[] {
  const found: string[] = [];
  if (link.accord !== here.accord) {
    found.push(`It was made with version ${link.accord} of Accord; this page is version ${here.accord}.`);
  }
  if (link.evidence !== here.evidence) {
    found.push('The model’s parameters have changed since: the same policy gives other numbers.');
  }
  if (here.districts === '') {
    found.push(
      `Its districts, ${population}, are not on this device. Choose that file in the view Import to see the same numbers.`,
    );
  } else if (link.districts !== '' && link.districts !== here.districts) {
    found.push(`The districts of ${population} are not those that the link was made with.`);
  }
  return found;
}

function short(hash: string): string {
  return hash.slice(0, HASH_DIGITS);
}
