/**
 * MediaPipe's own numbers for its pose graph, each named after the option it is and the file that sets it. They belong to
 * the networks: another number means other landmarks. Files are those of github.com/google-ai-edge/mediapipe.
 */

/** `pose_detector_graph.cc`, ConfigureSsdAnchorsCalculator. */
export const SSD_ANCHORS = {
  inputSize: 224,
  strides: [8, 16, 32, 32, 32],
  anchorOffset: 0.5,
  /** One of the aspect ratio 1 and one of the interpolated scale, which `fixed_anchor_size` makes the same. */
  anchorsPerLayer: 2,
} as const;

/** `pose_detector_graph.cc`, ConfigureTensorsToDetectionsCalculator. */
export const TENSORS_TO_DETECTIONS = {
  numCoords: 12,
  keypointCoordOffset: 4,
  numKeypoints: 4,
  scoreClippingThresh: 100,
  /** `x_scale`, `y_scale`, `w_scale` and `h_scale`. */
  scale: 224,
} as const;

/** `pose_detector_graph_options.proto`. */
export const POSE_DETECTOR = { minDetectionConfidence: 0.5, minSuppressionThreshold: 0.5 } as const;

/** `pose_detector_graph.cc` and `pose_landmarks_detector_graph.cc`, ConfigureRectTransformationCalculator: `scale_x`, `scale_y`. */
export const RECT_SCALE = 1.25;

/** Both graphs, ConfigureAlignmentPointsRectsCalculator: `rotation_vector_target_angle_degrees` 90, in radians. */
export const TARGET_ANGLE = Math.PI / 2;

/** `pose_landmarks_detector_graph.cc`: `kLandmarksNum`, and the ranges of ConfigureSplitNormalizedLandmarkListCalculator. */
export const LANDMARKS = { num: 39, inputSize: 256, auxiliaryCentre: 33, auxiliaryScale: 34 } as const;

/** `pose_landmarks_detector_graph_options.proto`: `min_detection_confidence`, of the landmark network's own flag. */
export const MIN_POSE_PRESENCE = 0.5;

/**
 * `pose_landmarks_detector_graph.cc`, ConfigureRefineLandmarksFromHeatmapCalculator, and the default of
 * `refine_landmarks_from_heatmap_calculator.proto`.
 */
export const REFINE_FROM_HEATMAP = { kernelSize: 7, minConfidenceToRefine: 0.5 } as const;

/** `pose_landmarks_detector_graph.cc`, SmoothLandmarksVisibility: `low_pass_filter_alpha`. */
export const VISIBILITY_ALPHA = 0.1;

export interface OneEuroOptions {
  readonly minCutoff: number;
  readonly beta: number;
  readonly derivateCutoff: number;
}

/** `pose_landmarks_detector_graph.cc`, SmoothLandmarks of the picture's landmarks. */
export const SMOOTH_LANDMARKS: OneEuroOptions = { minCutoff: 0.05, beta: 80, derivateCutoff: 1 };

/** `pose_landmarks_detector_graph.cc`, SmoothLandmarks of the world landmarks. */
export const SMOOTH_WORLD: OneEuroOptions = { minCutoff: 0.1, beta: 40, derivateCutoff: 1 };
