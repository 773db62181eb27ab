/** Pieces of script for pages that are driven by script alone. */

/** Waits until `expression` is true or gives something, and gives it. */
const UNTIL = `
  const until = async (what, look, ms) => {
    const end = Date.now() + ms;
    for (;;) {
      const found = look();
      if (found) return found;
      if (Date.now() > end) throw new Error('waited in vain for ' + what + ' in: ' + document.body.innerText.slice(0, 600));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const text = () => document.body.innerText;
  const byText = (selector, words) =>
    [...document.querySelectorAll(selector)].find((element) => element.textContent.includes(words));
  const click = async (selector, words) => (await until(words, () => byText(selector, words), 30000)).click();
  const fileOf = async (address, name, type) =>
    new File([await (await fetch(address)).blob()], name, { type });
  const give = (file) => {
    const input = document.querySelector('input[type=file]');
    const transfer = new DataTransfer();
    transfer.items.add(file);
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
`;

export const script = (body: string): string => `${UNTIL}${body}`;

/** From now on the camera shows this clip, over and over: what every browser can do, whatever cameras it knows. */
export const clipAsCamera = (address: string): string =>
  script(`
    const video = document.createElement('video');
    Object.assign(video, { muted: true, loop: true, playsInline: true, src: ${JSON.stringify(address)} });
    // Slowly, for browsers that see a few pictures a second on a small machine.
    video.playbackRate = 0.5;
    await video.play();
    // WebKit may play before it knows how large the picture is.
    await until('the size of the clip', () => video.videoWidth > 0, 30000);
    const canvas = document.createElement('canvas');
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    const context = canvas.getContext('2d');
    setInterval(() => context.drawImage(video, 0, 0), 33);
    // On the prototype: WebKit may drop the object itself, with what was written on it, and make it anew.
    Object.defineProperty(MediaDevices.prototype, 'getUserMedia', {
      configurable: true,
      value: () => Promise.resolve(canvas.captureStream(30)),
    });
    localStorage.setItem('hipline.settings', JSON.stringify({ model: 'lite' }));
    return true;
  `);
