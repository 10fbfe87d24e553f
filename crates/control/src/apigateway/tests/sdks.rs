//! Generated clients.

use std::io::{Cursor, Read as _};

use serde_json::{Value, json};

use super::text;
use crate::testing::World;

async fn deployed(world: &World) -> String {
    let call = async |line: String, body: Value| {
        let answer = world.rest("apigateway", &line, &body).await;
        answer.ok()
    };
    let api = call("POST /restapis".to_owned(), json!({"name": "pets\nof all"})).await;
    let (id, root) = (text(&api, "id"), text(&api, "rootResourceId"));
    let part = json!({"pathPart": "{petId}"});
    let resource = call(format!("POST /restapis/{id}/resources/{root}"), part).await;
    let pet = format!("/restapis/{id}/resources/{}", text(&resource, "id"));
    let method = json!({
        "authorizationType": "AWS_IAM",
        "requestParameters": {
            "method.request.querystring.page": true, "method.request.path.petId": true,
        },
    });
    for (verb, method) in [
        ("GET", method),
        ("ANY", json!({"authorizationType": "NONE"})),
    ] {
        call(format!("PUT {pet}/methods/{verb}"), method).await;
        let mock = json!({"type": "MOCK"});
        call(format!("PUT {pet}/methods/{verb}/integration"), mock).await;
    }
    let stage = json!({"stageName": "prod"});
    call(format!("POST /restapis/{id}/deployments"), stage).await;
    id
}

#[tokio::test]
async fn a_client_knows_every_method_of_its_stage() {
    let world = World::new().await;
    let id = deployed(&world).await;
    let line = format!("GET /restapis/{id}/stages/prod/sdks/javascript");
    let answer = world.rest("apigateway", &line, &Value::Null).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let disposition = answer.header("content-disposition").unwrap();
    assert!(disposition.contains(".zip"), "{disposition}");
    let mut archive = zip::ZipArchive::new(Cursor::new(&answer.body)).unwrap();
    let mut client = String::new();
    let mut file = archive.by_name("apiGateway-js-sdk/apigClient.js").unwrap();
    file.read_to_string(&mut client).unwrap();
    assert!(client.starts_with("// A client of the API petsof all,"));
    let (_, table) = client.split_once("const API = ").unwrap();
    let (table, _) = table.split_once(";\n})(globalThis);").unwrap();
    let table: Value = serde_json::from_str(table).unwrap();
    assert_eq!(
        table["invokeUrl"],
        format!("https://{id}.execute-api.us-east-1.amazonaws.com/prod")
    );
    let operations = table["operations"].as_array().unwrap();
    let names: Vec<_> = operations.iter().map(|one| text(one, "name")).collect();
    assert_eq!(
        names,
        [
            "petIdDelete",
            "petIdGet",
            "petIdHead",
            "petIdOptions",
            "petIdPatch",
            "petIdPost",
            "petIdPut",
        ]
    );
    assert_eq!(
        operations[1],
        json!({
            "name": "petIdGet", "verb": "GET", "path": "/{petId}", "signed": true,
            "parameters": {"petId": "path", "page": "query"}, "required": ["page", "petId"],
        })
    );
    assert_eq!(operations[0]["signed"], json!(false));
}

#[tokio::test]
async fn other_languages_and_parameters_are_refused_by_name() {
    let world = World::new().await;
    let id = deployed(&world).await;
    let sdks = format!("/restapis/{id}/stages/prod/sdks");
    for (path, status, said) in [
        (
            format!("{sdks}/java"),
            400,
            "sdkType java is not supported by Portcullis",
        ),
        (
            format!("{sdks}/cobol"),
            400,
            "Invalid SDK type specified: cobol",
        ),
        (
            format!("{sdks}/javascript?a=b"),
            400,
            "Invalid parameter specified: a",
        ),
        (
            format!("/restapis/{id}/stages/none/sdks/javascript"),
            404,
            "Invalid stage identifier specified",
        ),
        (
            "/sdktypes/ruby".to_owned(),
            400,
            "sdkType ruby is not supported by Portcullis",
        ),
        ("/sdktypes/javascript".to_owned(), 200, "Node.js"),
        ("/sdktypes".to_owned(), 200, "Node.js"),
    ] {
        let answer = world
            .rest("apigateway", &format!("GET {path}"), &Value::Null)
            .await;
        assert_eq!(answer.status, status, "{path}: {}", answer.text());
        assert!(answer.text().contains(said), "{path}: {}", answer.text());
    }
}
