//! The checks by name, with the code and grade that AWS gives each.

use serde::{Serialize, Serializer};

use super::FindingKind;
use super::FindingKind::{Error, SecurityWarning, Suggestion, Warning};

macro_rules! issues {
    ($($name:ident $code:literal $kind:ident;)*) => {
        /// A check of the reference.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Issue {
            $($name,)*
        }

        impl Issue {
            /// AWS's code.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)*
                }
            }

            pub fn kind(self) -> FindingKind {
                match self {
                    $(Self::$name => $kind,)*
                }
            }
        }
    };
}

issues! {
    ArnAccountNotAllowed "ARN_ACCOUNT_NOT_ALLOWED" Error;
    ArnRegionNotAllowed "ARN_REGION_NOT_ALLOWED" Error;
    DataTypeMismatch "DATA_TYPE_MISMATCH" Error;
    DuplicateKeysWithDifferentCase "DUPLICATE_KEYS_WITH_DIFFERENT_CASE" Error;
    InvalidAction "INVALID_ACTION" Error;
    InvalidArnAccount "INVALID_ARN_ACCOUNT" Error;
    InvalidArnPrefix "INVALID_ARN_PREFIX" Error;
    InvalidArnResource "INVALID_ARN_RESOURCE" Error;
    InvalidArnServiceCase "INVALID_ARN_SERVICE_CASE" Error;
    InvalidConditionDataType "INVALID_CONDITION_DATA_TYPE" Error;
    InvalidConditionKeyFormat "INVALID_CONDITION_KEY_FORMAT" Error;
    InvalidConditionMultipleBoolean "INVALID_CONDITION_MULTIPLE_BOOLEAN" Error;
    InvalidConditionOperator "INVALID_CONDITION_OPERATOR" Error;
    InvalidEffect "INVALID_EFFECT" Error;
    InvalidGlobalConditionKey "INVALID_GLOBAL_CONDITION_KEY" Error;
    InvalidPartition "INVALID_PARTITION" Error;
    InvalidPolicyElement "INVALID_POLICY_ELEMENT" Error;
    InvalidPrincipalFormat "INVALID_PRINCIPAL_FORMAT" Error;
    InvalidPrincipalKey "INVALID_PRINCIPAL_KEY" Error;
    InvalidService "INVALID_SERVICE" Error;
    InvalidServiceConditionKey "INVALID_SERVICE_CONDITION_KEY" Error;
    InvalidServiceInAction "INVALID_SERVICE_IN_ACTION" Error;
    InvalidServicePrincipalFormat "INVALID_SERVICE_PRINCIPAL_FORMAT" Error;
    InvalidVariableForOperator "INVALID_VARIABLE_FOR_OPERATOR" Error;
    InvalidVersion "INVALID_VERSION" Error;
    JsonSyntaxError "JSON_SYNTAX_ERROR" Error;
    MismatchedActionForPrincipal "MISMATCHED_ACTION_FOR_PRINCIPAL" Error;
    MissingAction "MISSING_ACTION" Error;
    MissingArnField "MISSING_ARN_FIELD" Error;
    MissingArnRegion "MISSING_ARN_REGION" Error;
    MissingEffect "MISSING_EFFECT" Error;
    MissingPrincipal "MISSING_PRINCIPAL" Error;
    MissingQualifier "MISSING_QUALIFIER" Error;
    MissingResource "MISSING_RESOURCE" Error;
    MissingStatement "MISSING_STATEMENT" Error;
    MissingTagKeyInCondition "MISSING_TAG_KEY_IN_CONDITION" Error;
    NullWithIfExists "NULL_WITH_IF_EXISTS" Error;
    PolicySizeExceedsScpQuota "POLICY_SIZE_EXCEEDS_SCP_QUOTA" Error;
    PrivateIpAddress "PRIVATE_IP_ADDRESS" Error;
    PrivateNotIpAddress "PRIVATE_NOT_IP_ADDRESS" Error;
    RcpSyntaxErrorAllow "RCP_SYNTAX_ERROR_ALLOW" Error;
    RcpSyntaxErrorNotAction "RCP_SYNTAX_ERROR_NOTACTION" Error;
    RcpSyntaxErrorNotPrincipal "RCP_SYNTAX_ERROR_NOTPRINCIPAL" Error;
    RcpSyntaxErrorPrincipal "RCP_SYNTAX_ERROR_PRINCIPAL" Error;
    RoleTrustPolicySyntaxErrorNotPrincipal "ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL" Error;
    RoleTrustPolicySyntaxErrorResource "ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE" Error;
    RoleTrustPolicyUnsupportedWildcardInPrincipal "ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL" Error;
    ScpSyntaxErrorPrincipal "SCP_SYNTAX_ERROR_PRINCIPAL" Error;
    UniqueSidsRequired "UNIQUE_SIDS_REQUIRED" Error;
    UnsupportedActionForConditionKey "UNSUPPORTED_ACTION_FOR_CONDITION_KEY" Error;
    UnsupportedElementCombination "UNSUPPORTED_ELEMENT_COMBINATION" Error;
    UnsupportedPrincipal "UNSUPPORTED_PRINCIPAL" Error;
    UnsupportedSid "UNSUPPORTED_SID" Error;
    UnsupportedWildcardInPrincipal "UNSUPPORTED_WILDCARD_IN_PRINCIPAL" Error;
    MissingBraceInVariable "MISSING_BRACE_IN_VARIABLE" Error;
    MissingQuoteInVariable "MISSING_QUOTE_IN_VARIABLE" Error;
    UnsupportedSpaceInVariable "UNSUPPORTED_SPACE_IN_VARIABLE" Error;
    EmptyVariable "EMPTY_VARIABLE" Error;
    VariableUnsupportedInElement "VARIABLE_UNSUPPORTED_IN_ELEMENT" Error;
    VariableUnsupportedInVersion "VARIABLE_UNSUPPORTED_IN_VERSION" Error;

    CreateSlrWithNotResource "CREATE_SLR_WITH_NOT_RESOURCE" Warning;
    CreateSlrWithStarInActionAndNotResource "CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE" Warning;
    CreateSlrWithNotActionAndNotResource "CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE" Warning;
    CreateSlrWithStarInResource "CREATE_SLR_WITH_STAR_IN_RESOURCE" Warning;
    CreateSlrWithStarInActionAndResource "CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE" Warning;
    CreateSlrWithStarInResourceAndNotAction "CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION" Warning;
    DeprecatedGlobalConditionKey "DEPRECATED_GLOBAL_CONDITION_KEY" Warning;
    InvalidRoleReference "INVALID_ROLE_REFERENCE" Warning;
    InvalidUserReference "INVALID_USER_REFERENCE" Warning;
    MissingVersion "MISSING_VERSION" Warning;
    PolicySizeExceedsIdentityPolicyQuota "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA" Warning;
    PolicySizeExceedsResourcePolicyQuota "POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA" Warning;
    PolicySizeExceedsRoleTrustPolicyQuota "POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA" Warning;
    TypeMismatch "TYPE_MISMATCH" Warning;
    TypeMismatchBoolean "TYPE_MISMATCH_BOOLEAN" Warning;
    TypeMismatchDate "TYPE_MISMATCH_DATE" Warning;
    TypeMismatchIpRange "TYPE_MISMATCH_IP_RANGE" Warning;
    TypeMismatchNumber "TYPE_MISMATCH_NUMBER" Warning;
    TypeMismatchString "TYPE_MISMATCH_STRING" Warning;
    UniqueSidsRecommended "UNIQUE_SIDS_RECOMMENDED" Warning;
    // Ours, not AWS's.
    UnsupportedResourceForAction "UNSUPPORTED_RESOURCE_FOR_ACTION" Warning;
    WildcardWithoutLikeOperator "WILDCARD_WITHOUT_LIKE_OPERATOR" Warning;

    AllowWithNotPrincipal "ALLOW_WITH_NOT_PRINCIPAL" SecurityWarning;
    ForAllValuesWithSingleValuedKey "FORALLVALUES_WITH_SINGLE_VALUED_KEY" SecurityWarning;
    MissingConditionKeyForOidcPrincipal "MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL" SecurityWarning;
    MissingGithubRepoConditionKey "MISSING_GITHUB_REPO_CONDITION_KEY" SecurityWarning;
    PassRoleWithNotResource "PASS_ROLE_WITH_NOT_RESOURCE" SecurityWarning;
    PassRoleWithStarInActionAndNotResource "PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE" SecurityWarning;
    PassRoleWithNotActionAndNotResource "PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE" SecurityWarning;
    PassRoleWithStarInResource "PASS_ROLE_WITH_STAR_IN_RESOURCE" SecurityWarning;
    PassRoleWithStarInActionAndResource "PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE" SecurityWarning;
    PassRoleWithStarInResourceAndNotAction "PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION" SecurityWarning;
    RestrictAccessToServicePrincipal "RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL" SecurityWarning;

    EmptyArrayAction "EMPTY_ARRAY_ACTION" Suggestion;
    EmptyArrayCondition "EMPTY_ARRAY_CONDITION" Suggestion;
    EmptyArrayConditionForAllValues "EMPTY_ARRAY_CONDITION_FORALLVALUES" Suggestion;
    EmptyArrayConditionForAnyValue "EMPTY_ARRAY_CONDITION_FORANYVALUE" Suggestion;
    EmptyArrayConditionIfExists "EMPTY_ARRAY_CONDITION_IFEXISTS" Suggestion;
    EmptyArrayPrincipal "EMPTY_ARRAY_PRINCIPAL" Suggestion;
    EmptyArrayResource "EMPTY_ARRAY_RESOURCE" Suggestion;
    EmptyObjectCondition "EMPTY_OBJECT_CONDITION" Suggestion;
    EmptyObjectPrincipal "EMPTY_OBJECT_PRINCIPAL" Suggestion;
    EmptySidValue "EMPTY_SID_VALUE" Suggestion;
    ImproveIpRange "IMPROVE_IP_RANGE" Suggestion;
    NullWithQualifier "NULL_WITH_QUALIFIER" Suggestion;
    PrivateIpAddressSubset "PRIVATE_IP_ADDRESS_SUBSET" Suggestion;
    PrivateNotIpAddressSubset "PRIVATE_NOT_IP_ADDRESS_SUBSET" Suggestion;
    RedundantAction "REDUNDANT_ACTION" Suggestion;
    RedundantConditionValueNum "REDUNDANT_CONDITION_VALUE_NUM" Suggestion;
    RedundantPrincipalInRoleTrustPolicy "REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY" Suggestion;
    RedundantResource "REDUNDANT_RESOURCE" Suggestion;
    RedundantStatement "REDUNDANT_STATEMENT" Suggestion;
    WildcardInServiceName "WILDCARD_IN_SERVICE_NAME" Suggestion;
}

impl Serialize for Issue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}
