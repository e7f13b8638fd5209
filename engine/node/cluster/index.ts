export { runTask } from './run-task.js';
export { slurmExecutor, type SlurmOptions } from './slurm-executor.js';
export { SlurmError } from './slurm-commands.js';
