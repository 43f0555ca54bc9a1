/** A city that takes far longer to judge than a test waits: one polygon with as many origins as are let in. */
export const desert: string = JSON.stringify({
  neighborhoods: {
    type: "Feature",
    properties: { id: "desert", population: 1 },
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [80, 38],
          [81, 38],
          [81, 39],
          [80, 39],
          [80, 38],
        ],
      ],
    },
  },
  facilities: {
    type: "FeatureCollection",
    features: Array.from({ length: 3000 }, (_, i) => ({
      type: "Feature",
      properties: { id: `p${i}`, amenity: "pharmacy", name: `pharmacy ${i}` },
      geometry: { type: "Point", coordinates: [80 + ((i * 37) % 1000) / 1000, 38 + ((i * 91) % 997) / 997] },
    })),
  },
  options: { originSpacingMeters: 75 },
});
