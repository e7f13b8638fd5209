import { expose } from 'comlink';
import { createBatchService, type BatchService } from './batch-service.js';
import { createStudyService, type StudyService } from './study-service.js';

/** What the lab computes off the page's thread. The worker has workers of its own for the simulating. */
export type LabService = BatchService & StudyService;

const service: LabService = { ...createBatchService(), ...createStudyService() };

expose(service);
