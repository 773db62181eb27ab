/**
 * Runs inside the app's page before its own scripts: watches the messages between page and pose worker, and nothing of
 * the app knows of it. A plain module text, since a transform would not survive the way into the page.
 */
export const installProbe = () => {
  const probe = { answers: [], cues: [], longTasks: [] };
  const asked = new Map();
  let newestMs = null;
  const PageWorker = globalThis.Worker;
  globalThis.Worker = class extends PageWorker {
    constructor(url, options) {
      super(url, options);
      if (options?.name !== 'pose') return;
      this.addEventListener('message', ({ data }) => {
        const capturedMs = asked.get(data?.id);
        if (capturedMs === undefined) return;
        asked.delete(data.id);
        newestMs = capturedMs;
        const detection = data.value?.ok ? data.value.value : null;
        if (!detection) return;
        const answer = {
          atMs: performance.now(),
          hasPose: detection.pose.landmarks !== null,
          inferenceMs: detection.inferenceMs,
          // The overlay is drawn with the answer; what is drawn shows with the next frame of the screen.
          shownAfterMs: null,
        };
        probe.answers.push(answer);
        requestAnimationFrame(() => {
          answer.shownAfterMs = performance.now() - capturedMs;
        });
      });
    }
    postMessage(message, ...rest) {
      if (message?.path?.[0] === 'detect') asked.set(message.id, message.argumentList[1].value);
      super.postMessage(message, ...rest);
    }
  };
  // A cue is made of the picture that was answered last; it shows with the next frame of the screen.
  new MutationObserver((changes) => {
    const isCue = changes.some(
      ({ target, addedNodes }) => addedNodes.length > 0 && target.classList?.contains('hud-banner-area'),
    );
    const capturedMs = newestMs;
    if (!isCue || capturedMs === null) return;
    requestAnimationFrame(() => {
      const atMs = performance.now();
      probe.cues.push({ atMs, shownAfterMs: atMs - capturedMs });
    });
  }).observe(document, { subtree: true, childList: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) probe.longTasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  globalThis.liveProbe = probe;
};
