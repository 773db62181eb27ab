/** Composition root of `analyse.html`: the page that `npm run analyse` drives. The app's own analysis is in `ui`. */
import type { NextAnalysisJob } from './pipeline/analysis-job';
import { PoseSupervisor } from './pipeline/pose-supervisor';
import { createJobRunner } from './pipeline/run-analysis-job';
import { WorkerConnection, spawnPoseWorker } from './pipeline/worker-connection';

declare global {
  interface Window {
    /** Put there by the command line before the page loads. */
    readonly nextAnalysisJob?: NextAnalysisJob;
  }
}

const runJobs = async (nextJob: NextAnalysisJob): Promise<void> => {
  const service = new PoseSupervisor(() => new WorkerConnection(spawnPoseWorker()));
  const runJob = createJobRunner(service);
  for (let job = await nextJob(null); job !== null;) {
    const file = document.querySelector<HTMLInputElement>('#clip')?.files?.[0];
    if (file === undefined) throw new Error('the job came without a file');
    job = await nextJob(await runJob(job, file));
  }
  await service.close();
};

if (window.nextAnalysisJob === undefined) {
  document.body.textContent = 'This page is used by `npm run analyse`. In the app, choose “Analyse a video”.';
} else {
  await runJobs(window.nextAnalysisJob);
}
