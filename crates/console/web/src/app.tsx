// The frame of every page: navigation, notes, help, and who is signed in.
import AppLayout from "@cloudscape-design/components/app-layout";
import Flashbar, { type FlashbarProps } from "@cloudscape-design/components/flashbar";
import SideNavigation from "@cloudscape-design/components/side-navigation";
import TopNavigation from "@cloudscape-design/components/top-navigation";
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { ErrorBoundary } from "./parts/boundary";
import { KeyHelp, useKeys } from "./parts/keys";
import { chooseMode, rememberedMode } from "./parts/mode";
import { useNavigation } from "./parts/navigation";
import { type Note, Notify } from "./parts/notify";
import { SignInPage, useSession } from "./pages/sign-in";
import { StartPage } from "./pages/start";
import { go, href, usePlace } from "./router";
import { account, callerName, chooseRegion, region, signOut } from "./session";
import { t } from "./text/en";

const ApisPage = lazy(() => import("./pages/apis"));
const ApiPage = lazy(() => import("./pages/api"));
const FunctionsPage = lazy(() => import("./pages/functions"));
const FunctionPage = lazy(() => import("./pages/function"));
const KeysPage = lazy(() => import("./pages/plans"));
const IamPage = lazy(() => import("./pages/iam"));
const BucketsPage = lazy(() => import("./pages/buckets"));
const ParametersPage = lazy(() => import("./pages/parameters"));
const StacksPage = lazy(() => import("./pages/stacks"));
const MapPage = lazy(() => import("./pages/map"));
const RequestsPage = lazy(() => import("./pages/requests"));
const RequestPage = lazy(() => import("./pages/request"));
const LogsPage = lazy(() => import("./pages/logs"));

const REGIONS = ["us-east-1", "us-east-2", "us-west-2", "eu-central-1", "eu-west-1", "ap-southeast-1"];
/** Older notes make room. */
const MOST_NOTES = 4;
/** What went well needs no answer. */
const SHOWN_MILLIS = 8_000;

export function App(): ReactNode {
  const place = usePlace();
  const session = useSession(place);
  if (session.state !== "in") {
    return <SignInPage session={session} />;
  }
  return <Frame place={place} />;
}

function Frame(props: { place: string[] }): ReactNode {
  const { place } = props;
  const [notes, setNotes] = useState<FlashbarProps.MessageDefinition[]>([]);
  const navigation = useNavigation();
  const [mode, setMode] = useState(rememberedMode);
  const [shownRegion, setRegion] = useState(region);
  const [help, setHelp] = useState(false);
  const count = useRef(0);
  const notify = useCallback((note: Note) => {
    count.current += 1;
    const id = String(count.current);
    const dismiss = () => setNotes((all) => all.filter((one) => one.id !== id));
    setNotes((all) => [
      { ...note, id, dismissible: true, dismissLabel: t.common.dismiss, onDismiss: dismiss },
      ...all.slice(0, MOST_NOTES - 1),
    ]);
    if (note.type === "success") {
      setTimeout(dismiss, SHOWN_MILLIS);
    }
  }, []);
  useKeys({ "?": () => setHelp(true) });
  useEffect(() => {
    document.title = `${titleOf(place)} - Portcullis`;
  }, [place]);
  const regions = REGIONS.includes(shownRegion) ? REGIONS : [shownRegion, ...REGIONS];
  return (
    <Notify value={notify}>
      <div id="top">
        <TopNavigation
          identity={{ href: "#/", title: "Portcullis" }}
          i18nStrings={t.frame.topNavigation}
          utilities={[
            {
              type: "menu-dropdown",
              text: shownRegion,
              ariaLabel: `${t.frame.region}: ${shownRegion}`,
              items: regions.map((name) => ({ id: name, text: name })),
              onItemClick: ({ detail }) => {
                chooseRegion(detail.id);
                setRegion(detail.id);
              },
            },
            {
              type: "menu-dropdown",
              iconName: "settings",
              ariaLabel: t.frame.settings,
              title: t.frame.settings,
              items: [
                { id: "mode", text: mode === "dark" ? t.frame.light : t.frame.dark },
                { id: "keys", text: t.frame.keys },
              ],
              onItemClick: ({ detail }) => {
                if (detail.id === "keys") {
                  setHelp(true);
                } else {
                  const next = mode === "dark" ? "light" : "dark";
                  chooseMode(next);
                  setMode(next);
                }
              },
            },
            {
              type: "menu-dropdown",
              iconName: "user-profile",
              text: callerName(),
              description: account(),
              items: [{ id: "out", text: t.frame.signOut }],
              onItemClick: () => void signOut().finally(() => location.reload()),
            },
          ]}
        />
      </div>
      <AppLayout
        headerSelector="#top"
        toolsHide
        navigationOpen={navigation.open}
        onNavigationChange={({ detail }) => navigation.turn(detail.open)}
        ariaLabels={t.frame.layout}
        notifications={<Flashbar items={notes} i18nStrings={t.frame.flashbar} />}
        navigation={
          <SideNavigation
            activeHref={`#/${place[0] ?? ""}`}
            header={{ href: "#/", text: t.frame.title }}
            items={NAVIGATION}
            onFollow={navigation.followed}
          />
        }
        content={
          <ErrorBoundary key={`${shownRegion} ${place.join("/")}`}>
            <Suspense fallback={<div data-testid="loading">{t.common.loading}</div>}>
              <Page key={shownRegion} place={place} />
            </Suspense>
          </ErrorBoundary>
        }
      />
      {help && <KeyHelp onDismiss={() => setHelp(false)} />}
    </Notify>
  );
}

const NAVIGATION = [
  { type: "link", text: t.start.title, href: "#/" },
  { type: "divider" },
  { type: "link", text: t.apis.title, href: "#/apis" },
  { type: "link", text: t.plans.title, href: "#/plans" },
  { type: "link", text: t.functions.title, href: "#/functions" },
  { type: "link", text: t.iam.title, href: "#/iam" },
  { type: "link", text: t.stacks.title, href: "#/stacks" },
  { type: "link", text: t.buckets.title, href: "#/buckets" },
  { type: "link", text: t.parameters.title, href: "#/parameters" },
  { type: "divider" },
  { type: "link", text: t.map.title, href: "#/map" },
  { type: "link", text: t.requests.title, href: "#/requests" },
  { type: "link", text: t.logs.title, href: "#/logs" },
] as const;

function titleOf(place: string[]): string {
  const item = NAVIGATION.find((one) => one.type === "link" && one.href === `#/${place[0] ?? ""}`);
  const title = item?.type === "link" ? item.text : t.start.title;
  return place[1] === undefined ? title : `${place[1]} - ${title}`;
}

function Page(props: { place: string[] }): ReactNode {
  const [page, id, ...rest] = props.place;
  switch (page) {
    case undefined:
      return <StartPage />;
    case "apis":
      return id === undefined ? <ApisPage /> : <ApiPage id={id} place={rest} />;
    case "plans":
      return <KeysPage />;
    case "functions":
      return id === undefined ? <FunctionsPage /> : <FunctionPage name={id} tab={rest[0]} />;
    case "iam":
      return <IamPage kind={id} name={rest[0]} />;
    case "stacks":
      return <StacksPage name={id} tab={rest[0]} />;
    case "buckets":
      return <BucketsPage name={id} prefix={rest[0]} />;
    case "parameters":
      return <ParametersPage name={id} />;
    case "map":
      return <MapPage />;
    case "requests":
      return id === undefined ? <RequestsPage /> : <RequestPage id={id} replay={rest[0] === "replay"} />;
    case "logs":
      return <LogsPage group={id} stream={rest[0]} />;
    default:
      go();
      return <a href={href()}>{t.start.title}</a>;
  }
}
