import { circleMarker, control, geoJSON, latLng, latLngBounds, map as newMap } from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { useEffect, useRef } from 'react'

type Outline = Parameters<typeof geoJSON>[0]

function colourOf(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}

function drawOutline(outline: unknown): ReturnType<typeof geoJSON> | undefined {
  if (outline === null || typeof outline !== 'object') return undefined
  try {
    return geoJSON(outline as Outline, {
      style: { color: colourOf('--pine-text'), weight: 2, fillOpacity: 0.12 },
      interactive: false,
    })
  } catch {
    // an outline that is not GeoJSON leaves the point alone
    return undefined
  }
}

/** The outline of the grid and the point within it, without tiles, so that it needs no network but ours. */
export function SketchMap({
  label,
  lng,
  lat,
  outline,
}: {
  label: string
  lng: number | null
  lat: number | null
  outline: unknown
}) {
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!host.current) return
    const map = newMap(host.current, {
      attributionControl: false,
      zoomControl: false,
      scrollWheelZoom: false,
      dragging: false,
      keyboard: false,
      touchZoom: false,
      doubleClickZoom: false,
      zoomSnap: 0.25,
      zoomAnimation: false,
      fadeAnimation: false,
      maxZoom: 18,
    })
    const area = drawOutline(outline)
    const point = lng === null || lat === null ? undefined : latLng(lat, lng)
    const bounds = latLngBounds([])
    if (area?.getBounds().isValid()) bounds.extend(area.getBounds())
    if (point) bounds.extend(point)
    // The view first: what is drawn before it waits in an order of its own and may come before its canvas.
    if (bounds.isValid()) map.fitBounds(bounds.pad(0.15), { maxZoom: 17, animate: false })
    else return () => void map.remove()
    control.scale({ imperial: false }).addTo(map)
    area?.addTo(map)
    if (point)
      circleMarker(point, {
        radius: 7,
        color: '#fff',
        weight: 2,
        fillColor: colourOf('--maple'),
        fillOpacity: 1,
        interactive: false,
      }).addTo(map)
    return () => void map.remove()
  }, [lng, lat, outline])
  return <div ref={host} className="map" role="img" aria-label={label} />
}
