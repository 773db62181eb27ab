import { LANDMARK_COUNT } from '../../src/core/pose/landmark';
import { IMAGE_STRIDE, WORLD_STRIDE } from '../../src/core/pose/pose-frame';
import type { PoseLandmarks } from '../../src/core/pose/pose-frame';
import { decodeDetections, ssdAnchors } from './decode-detections';
import { decodeLandmarks, refineFromHeatmap } from './decode-landmarks';
import type { RegionLandmark } from './decode-landmarks';
import { LANDMARKS, MIN_POSE_PRESENCE, SSD_ANCHORS } from './pose-options';
import { letterbox, regionOfPerson, toPicture } from './region';
import type { Region } from './region';
import { sampleRegion } from './sample-region';
import type { InputFormat, Pixels } from './sample-region';
import { LandmarkSmoother } from './smooth-landmarks';
import type { LandmarkValues } from './smooth-landmarks';

/** The two networks, behind a port: floats in, floats out. */
export interface PoseNetworks {
  /** 224 × 224 × 3, −1 … 1. */
  detect(input: Float32Array): Promise<{ boxes: Float32Array; scores: Float32Array }>;
  /** 256 × 256 × 3, 0 … 1. */
  landmarks(input: Float32Array): Promise<LandmarkTensors>;
}

export interface LandmarkTensors {
  readonly landmarks: Float32Array;
  readonly presence: number;
  readonly heatmap: Float32Array;
  readonly world: Float32Array;
}

/** The detector sees −1 … 1 and black bars, `pose_detector_graph.cc`; the landmark network 0 … 1 and the edge prolonged. */
const DETECTOR_INPUT: InputFormat = {
  size: SSD_ANCHORS.inputSize,
  scale: 1 / 127.5,
  offset: -1,
  beyond: 'black',
};
const LANDMARK_INPUT: InputFormat = {
  size: LANDMARKS.inputSize,
  scale: 1 / 255,
  offset: 0,
  beyond: 'edge',
};

/**
 * MediaPipe's pose graph in video mode for one person (`pose_landmarker_graph.cc`): the detector looks only when nobody
 * is tracked; the region of interest of the next picture comes from this one's auxiliary landmarks.
 */
export class PosePipeline {
  readonly #networks: PoseNetworks;
  readonly #anchors = ssdAnchors();
  readonly #detectorInput = new Float32Array(DETECTOR_INPUT.size ** 2 * 3);
  readonly #landmarkInput = new Float32Array(LANDMARK_INPUT.size ** 2 * 3);
  readonly #smoother = new LandmarkSmoother();
  #region: Region | null = null;

  constructor(networks: PoseNetworks) {
    this.#networks = networks;
  }

  /** Forgets the tracked person. */
  reset(): void {
    this.#region = null;
    this.#smoother.reset();
  }

  /** The person's landmarks, smoothed; null when nobody is seen. */
  async step(pixels: Pixels, timestampMs: number): Promise<PoseLandmarks | null> {
    const region = this.#region ?? (await this.#findPerson(pixels));
    const raw = region === null ? null : await this.#readPerson(pixels, region);
    if (region === null || raw === null) {
      this.reset();
      return null;
    }
    const next = nextRegion(region, raw.landmarks);
    this.#region = next;
    const values = toValues(region, raw.landmarks, raw.world);
    return pack(this.#smoother.smooth(values, timestampMs, next.size), pixels);
  }

  async #findPerson(pixels: Pixels): Promise<Region | null> {
    const whole = letterbox(pixels.width, pixels.height);
    sampleRegion(pixels, whole, DETECTOR_INPUT, this.#detectorInput);
    const { boxes, scores } = await this.#networks.detect(this.#detectorInput);
    const person = decodeDetections(boxes, scores, this.#anchors);
    return person && regionOfPerson(toPicture(whole, ...person.centre), toPicture(whole, ...person.scale));
  }

  async #readPerson(
    pixels: Pixels,
    region: Region,
  ): Promise<{ landmarks: RegionLandmark[]; world: Float32Array } | null> {
    sampleRegion(pixels, region, LANDMARK_INPUT, this.#landmarkInput);
    const { presence, landmarks: raw, heatmap, world } = await this.#networks.landmarks(this.#landmarkInput);
    if (!(presence > MIN_POSE_PRESENCE)) return null;
    const landmarks = decodeLandmarks(raw);
    refineFromHeatmap(landmarks, heatmap);
    return { landmarks, world };
  }
}

const nextRegion = (region: Region, landmarks: readonly RegionLandmark[]): Region => {
  const at = (index: number) => {
    const { x, y } = landmarks[index]!;
    return toPicture(region, x, y);
  };
  return regionOfPerson(at(LANDMARKS.auxiliaryCentre), at(LANDMARKS.auxiliaryScale));
};

/** In the picture's pixels, and in metres turned back upright: `world_landmark_projection_calculator.cc`. */
const toValues = (
  region: Region,
  landmarks: readonly RegionLandmark[],
  rawWorld: Float32Array,
): LandmarkValues => {
  const picture = new Float64Array(LANDMARK_COUNT * 3);
  const world = new Float64Array(LANDMARK_COUNT * 3);
  const visibility = new Float64Array(LANDMARK_COUNT);
  const cos = Math.cos(region.rotation);
  const sin = Math.sin(region.rotation);
  for (let i = 0; i < LANDMARK_COUNT; i++) {
    const landmark = landmarks[i]!;
    const { x, y } = toPicture(region, landmark.x, landmark.y);
    picture.set([x, y, landmark.z * region.size], i * 3);
    const [wx, wy, wz] = [rawWorld[i * 3]!, rawWorld[i * 3 + 1]!, rawWorld[i * 3 + 2]!];
    world.set([cos * wx - sin * wy, sin * wx + cos * wy, wz], i * 3);
    visibility[i] = landmark.visibility;
  }
  return { picture, world, visibility };
};

/** Normalised by the picture: x and z by its width, y by its height. */
const pack = ({ picture, world, visibility }: LandmarkValues, { width, height }: Pixels): PoseLandmarks => {
  const packed = {
    image: new Float32Array(LANDMARK_COUNT * IMAGE_STRIDE),
    world: new Float32Array(LANDMARK_COUNT * WORLD_STRIDE),
  };
  for (let i = 0; i < LANDMARK_COUNT; i++) {
    const [x, y, z] = [picture[i * 3]!, picture[i * 3 + 1]!, picture[i * 3 + 2]!];
    packed.image.set([x / width, y / height, z / width, visibility[i]!], i * IMAGE_STRIDE);
  }
  packed.world.set(world);
  return packed;
};
