import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Block, Plan } from '../../ensemble/index.js';
import { isBlockFile, readBlockFile, writeBlockFile } from '../store/index.js';
import { makeDirectory, writeFileAtomic } from '../store/index.js';

/** What array tasks and the program that waits for them share, on a file system that all nodes see. */
export interface TaskFolder {
  readonly path: string;
  readonly plan: Plan;
  /** Blocks of each array task of the newest submission. */
  readonly tasks: readonly (readonly Block[])[];
  /** SHA-256 under which the blocks of this submission are filed. */
  readonly identity: Uint8Array;
}

/** Writes what the tasks are to do. */
export async function writeTaskFolder(folder: TaskFolder): Promise<void> {
  await makeDirectory(join(folder.path, 'blocks'));
  await makeDirectory(join(folder.path, 'logs'));
  await writeFileAtomic(join(folder.path, 'tasks.bin'), serialize(folder));
}

/** Reads it back on a node. */
export async function readTaskFolder(path: string): Promise<TaskFolder> {
  return deserialize(await readFile(join(path, 'tasks.bin'))) as TaskFolder;
}

export function putTaskBlock(folder: TaskFolder, block: Block, values: Float64Array): Promise<void> {
  return writeBlockFile(fileOf(folder, block), folder.plan, block, folder.identity, values);
}

/** Whether a block is there, whole, and of this run: a node that was lost leaves nothing half-written. */
export function hasTaskBlock(folder: TaskFolder, block: Block): boolean {
  const file = fileOf(folder, block);
  return existsSync(file) && isBlockFile(file, folder.plan, block, folder.identity);
}

export function getTaskBlock(folder: TaskFolder, block: Block): Float64Array {
  return readBlockFile(fileOf(folder, block), folder.plan, block);
}

function fileOf({ path }: TaskFolder, block: Block): string {
  return join(path, 'blocks', `${String(block.index).padStart(6, '0')}.block`);
}
