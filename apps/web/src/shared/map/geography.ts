import type { FeatureCollection } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import countriesUrl from './data/countries.topo.json?url';
import norwayUrl from './data/norway.topo.json?url';

export interface Geography {
  readonly countries: FeatureCollection;
  readonly municipalities: FeatureCollection;
  readonly counties: FeatureCollection;
}

let known: Promise<Geography> | undefined;

/** Read once; asked for anew after it could not be had. */
export function geography(): Promise<Geography> {
  known ??= load().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function load(): Promise<Geography> {
  const [europe, norway] = await Promise.all([topologyAt(countriesUrl), topologyAt(norwayUrl)]);
  return {
    countries: collection(europe, 'countries'),
    municipalities: collection(norway, 'municipalities'),
    counties: collection(norway, 'counties'),
  };
}

async function topologyAt(url: string): Promise<Topology> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The map's land could not be read: ${response.status}.`);
  return (await response.json()) as Topology;
}

const collection = (topology: Topology, name: string): FeatureCollection =>
  feature(topology, topology.objects[name] as GeometryCollection);
