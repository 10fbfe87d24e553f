let calls = 0;

exports.handler = async (event) => {
  calls += 1;
  const seen = { calls, event };
  return { statusCode: 200, body: JSON.stringify(seen) };
};
