import {
  AppWindow,
  Archive,
  FileAudio,
  FileImage,
  FileQuestion,
  FileSpreadsheet,
  FileText,
  FileType,
  FileVideo,
  type LucideIcon,
  Mail,
  NotebookText,
  Presentation,
} from "lucide-react"
import type { EvidenceKind } from "../../../shared/model/evidence.ts"

const icons: Readonly<Record<EvidenceKind, LucideIcon>> = {
  pdf: FileText,
  image: FileImage,
  text: NotebookText,
  mail: Mail,
  document: FileType,
  sheet: FileSpreadsheet,
  slides: Presentation,
  web: AppWindow,
  audio: FileAudio,
  video: FileVideo,
  archive: Archive,
  other: FileQuestion,
}

export const kindIcon = (kind: EvidenceKind): LucideIcon => icons[kind]

export const kindIconOf = (kind: string): LucideIcon =>
  Object.hasOwn(icons, kind) ? icons[kind as EvidenceKind] : FileQuestion
