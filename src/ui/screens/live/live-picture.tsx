import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fitPicture, type Size, type Viewport } from '../../../overlay/viewport';
import type { LiveController } from '../../live/controller';
import { words } from '../../language';

/** The mirrored picture and the drawing over it, both laid by the same viewport. */
export function LivePicture({ live }: { live: LiveController }) {
  const box = useRef<HTMLDivElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [screen, setScreen] = useState<Size>({ width: window.innerWidth, height: window.innerHeight });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || !video.current || !canvas.current) return;
    live.attach(video.current, canvas.current);
    const watch = new ResizeObserver(() => {
      const size = { width: element.clientWidth, height: element.clientHeight };
      setScreen(size);
      live.resize(size.width, size.height);
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
    };
  }, [live]);
  const picture = live.picture.value;
  const place = picture ? fitPicture(picture, screen, true) : null;
  const laid = place ? laidAt(place) : {};
  const edge = place ? edgeClass(place, screen) : '';
  const isDrawn = live.isPictureDrawn.value;
  return (
    <div class={`live-picture ${isDrawn ? 'is-drawn' : ''}`} ref={box}>
      <video ref={video} class="live-video" muted playsInline aria-label={words.hud.picture} style={laid} />
      <canvas
        ref={canvas}
        class="live-overlay"
        role="img"
        aria-label={words.hud.picture}
        aria-hidden={!isDrawn}
        style={isDrawn ? laid : {}}
      />
      <div class={`live-edges ${edge}`} style={laid} />
    </div>
  );
}

const laidAt = ({ left, top, width, height }: Viewport) => ({
  left: `${left}px`,
  top: `${top}px`,
  width: `${width}px`,
  height: `${height}px`,
});

const edgeClass = (place: Size, screen: Size): string =>
  place.width < screen.width - 1 ? 'is-narrow' : place.height < screen.height - 1 ? 'is-low' : '';
