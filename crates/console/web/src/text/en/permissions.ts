// The texts of the grant that an integration needs, and what a function's policy is worth.
import { bytes, plural } from "./numbers";

export const permissions = {
  permission: {
    title: "This function would refuse API Gateway",
    intro: (count: number) => `${plural(count, "function")} cannot be invoked by this API as things are. Below is exactly what would be added; nothing else is changed.`,
    byPolicy: "Allow in the function's policy",
    byRole: "Use a role instead",
    scope: "What the grant is bound to",
    methodBound: "This method, in every stage",
    authorizerBound: "This authorizer",
    stageBound: "This method, in the stages that there are",
    noStageYet: "The API has no stage yet.",
    apiWide: "The whole API",
    apiWideWarning: "Every method and authorizer of the API may then invoke the function.",
    sourceAccount: "Bind it to this account as well (SourceAccount)",
    sourceAccountHelp: "An API of the same id in another account is refused.",
    testButton: "Allow the test button as well",
    testButtonHelp: (arn: string) => `The test button calls from a stage of its own: ${arn}`,
    testCovered: "The test button is covered: it calls from the stage test-invoke-stage.",
    invokedFrom: (stages: string) => `Invoked from: ${stages}`,
    anyStage: "every stage",
    newPolicy: "The function has no policy yet. It gets this one:",
    changedPolicy: "The function's policy, with what is added:",
    difference: "Difference of the policy",
    confirm: "Add the grant",
    confirmRole: "Use the role",
    without: "Save without the grant",
    grant: "Grant",
    added: "The grant is added.",
    missing: "A grant is missing",
    missingHelp: "Calls are answered with 500 until API Gateway may invoke the function.",
    verdicts: "Who may invoke",
    unasked: "Whether the function may be invoked could not be asked",
    mayInvoke: "May invoke",
    yes: "Yes",
    no: "No",
    unresolved: (stage: string, names: string) => `The stage ${stage} does not set the stage variable ${names}.`,
    changedMeanwhile: "The function's policy is not what was shown any more. It is shown again as it is now; nothing was added.",
    roleIntro: "API Gateway becomes a role that it is trusted by, and invokes with what the role may do. The function's policy stays as it is.",
    role: "Role",
    newRole: "A new role",
    roleName: "Name of the role",
    trustsGateway: "Trusts API Gateway",
    trustsNotGateway: "Does not trust API Gateway yet: a statement would be added",
    trustPolicy: "Trust policy",
    invokePolicy: "Policy of the role",
    roleSuffices: "The role trusts API Gateway and may invoke: nothing has to be added.",
  },
  permissions: {
    title: "Permissions",
    none: "Nobody was granted anything",
    noneNext: "Save an integration or an authorizer that invokes this function, and the console asks what to grant.",
    addCommand: (arn: string) =>
      `aws lambda add-permission --function-name ${arn} --statement-id api-gateway --action lambda:InvokeFunction --principal apigateway.amazonaws.com --source-arn …`,
    budget: (used: number, most: number) => `${bytes(used)} of ${bytes(most)} that a policy may hold`,
    budgetLabel: "Budget of the policy",
    covers: "Lets in",
    notJudged: "What each statement is good for is not shown",
    removeWarning: (worth: string, methods: string[]) =>
      methods.length === 0
        ? worth === "for-others"
          ? "Whom it names is refused from then on."
          : "No call of an API needs it."
        : worth === "shadowed" || worth === "duplicate"
          ? "Another statement grants the same: nobody is refused."
          : `These are refused from then on, unless another statement lets them in: ${methods.join("; ")}`,
    compact: "Compact",
    compactTo: (before: number, after: number) => `Compact: ${before} to ${after}`,
    compactHelp: (calls: number, before: number, after: number) =>
      `Fewer statements that say the same: the policy engine decided ${plural(calls, "declared call")} with both sets, and all alike. ${bytes(before)} become ${bytes(after)}.`,
    compacted: "The policy is compact.",
  },
};
